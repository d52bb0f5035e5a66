/** Backfills sales reports of many vendors on Apache Spark. */
@NullMarked
package com.example.spark;

import org.jspecify.annotations.NullMarked;
