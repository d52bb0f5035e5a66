package io.github.ascjava.testing.internal.behavior.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What customers pay in.
 *
 * @param code the ISO code
 * @param rate units for a US dollar, about
 * @param territories where it is paid in
 */
public record Currency(String code, BigDecimal rate, List<String> territories) {

    /** Above this rate prices have no decimals, and end in zeros. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(100);

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The seller's part of a price, in the programme for small businesses. */
    private static final BigDecimal SELLERS_PART = new BigDecimal("0.85");

    /** Code, rate, territories; all territories of the App Store. */
    private static final String TABLE = """
            USD 1 USA AFG AGO AIA ALB ARG ARM ATG AZE BEN BFA BHR BHS BLR BLZ BMU BOL BRB BRN BTN BWA CIV CMR \
            COD COG CPV CRI CYM DMA DOM DZA ECU FJI FSM GAB GEO GHA GMB GNB GRD GTM GUY HND IRQ ISL JAM JOR KEN \
            KGZ KHM KNA KWT LAO LBN LBR LBY LCA LKA MAC MAR MDA MDG MDV MKD MLI MMR MNG MOZ MRT MSR MUS MWI NAM \
            NER NIC NPL NRU OMN PAN PLW PNG PRY RWA SEN SLB SLE SLV STP SUR SWZ SYC TCA TCD TJK TKM TON TTO TUN \
            UGA UKR URY UZB VCT VEN VGB VUT YEM ZMB ZWE
            EUR 0.93 DEU AUT BEL BGR BIH CYP ESP EST FIN FRA GRC HRV IRL ITA LTU LUX LVA MLT MNE NLD PRT SRB SVK \
            SVN XKS
            AED 3.67 ARE
            AUD 1.52 AUS
            BRL 5.40 BRA
            CAD 1.37 CAN
            CHF 0.90 CHE
            CLP 940 CHL
            CNY 7.20 CHN
            COP 4000 COL
            CZK 23 CZE
            DKK 6.90 DNK
            EGP 48 EGY
            GBP 0.79 GBR
            HKD 7.80 HKG
            HUF 360 HUN
            IDR 16000 IDN
            ILS 3.70 ISR
            INR 84 IND
            JPY 150 JPN
            KRW 1380 KOR
            KZT 480 KAZ
            MXN 18 MEX
            MYR 4.60 MYS
            NGN 1500 NGA
            NOK 10.80 NOR
            NZD 1.65 NZL
            PEN 3.75 PER
            PHP 57 PHL
            PKR 280 PAK
            PLN 4 POL
            QAR 3.64 QAT
            RON 4.60 ROU
            RUB 90 RUS
            SAR 3.75 SAU
            SEK 10.50 SWE
            SGD 1.35 SGP
            THB 36 THA
            TRY 33 TUR
            TWD 32 TWN
            TZS 2600 TZA
            VND 25000 VNM
            ZAR 18.50 ZAF
            """;

    private static final Map<String, Currency> BY_TERRITORY = read();

    /** Returns the currencies by territory, of all territories. */
    public static Map<String, Currency> byTerritory() {
        return BY_TERRITORY;
    }

    /**
     * Returns the currency of a territory.
     *
     * @param territory the ISO code of three letters
     */
    public static Currency of(String territory) {
        Currency currency = BY_TERRITORY.get(territory);
        if (currency == null) {
            throw new IllegalArgumentException("The App Store has no territory '" + territory + "'.");
        }
        return currency;
    }

    /** Returns about what a price in US dollars is in this currency, ending in nines or zeros as prices do. */
    public BigDecimal price(BigDecimal dollars) {
        int decimals = rate.compareTo(COARSE) < 0 ? 2 : 0;
        if (dollars.signum() == 0 || rate.compareTo(BigDecimal.ONE) == 0) {
            return dollars.setScale(decimals, RoundingMode.HALF_UP);
        }
        BigDecimal local = dollars.multiply(rate);
        return decimals == 0
                ? local.movePointLeft(1).setScale(0, RoundingMode.CEILING).movePointRight(1)
                : local.setScale(1, RoundingMode.CEILING).subtract(CENT);
    }

    /** Returns what the seller gets of a price. */
    public static BigDecimal proceeds(BigDecimal price) {
        return price.multiply(SELLERS_PART).setScale(price.scale(), RoundingMode.HALF_UP);
    }

    private static Map<String, Currency> read() {
        Map<String, Currency> currencies = new LinkedHashMap<>();
        TABLE.lines().map(line -> List.of(line.split(" ", -1))).forEach(words -> {
            List<String> territories = words.subList(2, words.size());
            Currency currency = new Currency(words.get(0), new BigDecimal(words.get(1)), territories);
            territories.forEach(territory -> currencies.put(territory, currency));
        });
        return Collections.unmodifiableMap(currencies);
    }
}
