package io.github.ascjava.kotlin

import io.github.ascjava.client.call.PagedCall
import io.github.ascjava.client.error.AscException
import io.github.ascjava.client.jsonapi.Page
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.runInterruptible

/**
 * Returns all resources of all pages as a cold flow.
 *
 * Each page is requested when its first resource is collected, or one page earlier after `withPrefetch()`. A flow that ends
 * early, as with `take`, requests no further pages. If the collector is canceled, so is the current request.
 *
 * ```kotlin
 * asc.apps().list().asFlow().collect { println(it.name) }
 * ```
 *
 * @since 0.1.0
 */
public fun <T : Any> PagedCall<T>.asFlow(): Flow<T> = flow {
    pagesAsFlow().collect { page -> page.data.forEach { emit(it) } }
}

/**
 * Returns all pages, at least one, as a cold flow. While a page is requested, a thread of [Dispatchers.IO] waits for it: the
 * library's own iteration ends lists whose links lead nowhere.
 *
 * @since 0.1.0
 */
public fun <T : Any> PagedCall<T>.pagesAsFlow(): Flow<Page<T>> = flow {
    val pages = pages().iterator()
    while (pages.hasNext()) {
        emit(runInterruptible(Dispatchers.IO) { pages.nextOrInterrupted() })
    }
}

/** A canceled coroutine must end with a cancellation; any other exception would cancel its parent. */
private fun <T : Any> Iterator<Page<T>>.nextOrInterrupted(): Page<T> =
    try {
        next()
    } catch (e: AscException) {
        if (Thread.currentThread().isInterrupted) {
            throw InterruptedException().apply { initCause(e) }
        }
        throw e
    }
