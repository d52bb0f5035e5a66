package com.example.backend;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the loaded reports add up to. */
@RestController
class SalesController {

    private final Sales sales;

    SalesController(Sales sales) {
        this.sales = sales;
    }

    @GetMapping("/sales/proceeds")
    Map<String, BigDecimal> proceeds() {
        return sales.proceedsByCurrency();
    }
}
