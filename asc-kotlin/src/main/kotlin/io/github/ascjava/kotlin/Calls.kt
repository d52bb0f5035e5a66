package io.github.ascjava.kotlin

import io.github.ascjava.client.call.ApiCall
import io.github.ascjava.client.call.AscResponse
import kotlinx.coroutines.future.await as awaitFuture

/**
 * Sends the request and suspends until the response is there; blocks no thread.
 *
 * Throws what `execute` throws. If the coroutine is canceled meanwhile, so is the request. A call whose response has no body,
 * such as a deletion, returns null.
 *
 * ```kotlin
 * val app = asc.apps().get(id).await()
 * ```
 *
 * @since 0.1.0
 */
public suspend fun <T> ApiCall<T>.await(): T = executeAsync().awaitFuture()

/**
 * Like [await], but returns status, headers and rate limit as well.
 *
 * @since 0.1.0
 */
public suspend fun <T> ApiCall<T>.awaitResponse(): AscResponse<T> = executeWithResponseAsync().awaitFuture()
