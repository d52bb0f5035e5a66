/** Loads sales reports into DuckDB and Parquet. */
@NullMarked
package com.example.duckdb;

import org.jspecify.annotations.NullMarked;
