package com.example.spark;

import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.SalesReportRequest;
import io.github.ascjava.reports.SalesRow;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the result.
 *
 * <p>{@code state} is AVAILABLE for a sale. For a day without sales, and for a vendor that failed, a row with the state
 * and {@code detail} takes the place of the sales.
 */
final class Schema {

    /** The state of a vendor whose reports could not be downloaded; the other states are those of a report. */
    static final String FAILED = "FAILED";

    private static final DataType AMOUNT = DataTypes.createDecimalType(18, 6);

    static final StructType COLUMNS = new StructType()
            .add("vendor", DataTypes.StringType, false)
            .add("vendor_number", DataTypes.StringType, false)
            .add("report_date", DataTypes.StringType)
            .add("state", DataTypes.StringType, false)
            .add("detail", DataTypes.StringType)
            .add("sku", DataTypes.StringType)
            .add("title", DataTypes.StringType)
            .add("product_type_identifier", DataTypes.StringType)
            .add("country_code", DataTypes.StringType)
            .add("begin_date", DataTypes.DateType)
            .add("end_date", DataTypes.DateType)
            .add("units", AMOUNT)
            .add("developer_proceeds", AMOUNT)
            .add("currency_of_proceeds", DataTypes.StringType)
            .add("customer_price", AMOUNT)
            .add("customer_currency", DataTypes.StringType);

    private Schema() {}

    static Row sale(Vendor vendor, ReportFile file, ReportRow row) {
        SalesRow sale = new SalesRow(row);
        return RowFactory.create(
                vendor.name(),
                vendor.number(),
                date(file),
                file.state().name(),
                null,
                sale.sku(),
                sale.title(),
                sale.productTypeIdentifier(),
                sale.countryCode(),
                sale.beginDate(),
                sale.endDate(),
                sale.units(),
                sale.developerProceeds(),
                sale.currencyOfProceeds(),
                sale.customerPrice(),
                sale.customerCurrency());
    }

    static Row absent(Vendor vendor, ReportFile file) {
        return withoutSale(vendor, date(file), file.state().name(), file.detail());
    }

    static Row failed(Vendor vendor, @Nullable String reason) {
        return withoutSale(vendor, null, FAILED, reason);
    }

    private static Row withoutSale(Vendor vendor, @Nullable String date, String state, @Nullable String detail) {
        Object[] cells = new Object[COLUMNS.length()];
        cells[0] = vendor.name();
        cells[1] = vendor.number();
        cells[2] = date;
        cells[3] = state;
        cells[4] = detail;
        return RowFactory.create(cells);
    }

    private static String date(ReportFile file) {
        return ((SalesReportRequest) file.request()).period().reportDate();
    }
}
