package io.github.ascjava.kotlin

import io.github.ascjava.client.AppStoreConnect
import io.github.ascjava.client.error.InvalidResponseException
import io.github.ascjava.client.error.NotFoundException
import io.github.ascjava.client.model.apps.App
import io.github.ascjava.testing.Sandbox
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import okhttp3.Call
import okhttp3.EventListener
import okhttp3.OkHttpClient
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

/** Calls from coroutines, on a sandbox. */
@Timeout(60)
class CallsTest {

    private val sandbox = Sandbox.start()
    private val sent = CountDownLatch(1)
    private val canceled = CountDownLatch(1)
    private val http: OkHttpClient = OkHttpClient.Builder()
        .eventListener(object : EventListener() {
            override fun requestHeadersEnd(call: Call, request: okhttp3.Request) = sent.countDown()

            override fun canceled(call: Call) = canceled.countDown()
        })
        .build()
    private val asc: AppStoreConnect = sandbox.clientBuilder().httpClient(http).build()

    @AfterEach
    fun close() {
        http.dispatcher.executorService.shutdown()
        http.connectionPool.evictAll()
        sandbox.close()
    }

    @Test
    fun aCallReturnsItsValue() = runBlocking {
        val first: App = asc.apps().list { it.limit(1) }.await().data.single()
        val app: App = asc.apps().get(first.id).await()

        assertThat(app.name).isEqualTo(first.name)
        assertThat(asc.apps().get(first.id).awaitResponse().status()).isEqualTo(200)
        Unit
    }

    @Test
    fun aCallWithoutABodyReturnsNull() = runBlocking {
        val app = firstApp()
        val group = asc.betaGroups().create { it.name("Nightly").app(app) }.await()
        val nothing: Void? = asc.betaGroups().delete(group.id).await()

        assertThat(nothing).isNull()
    }

    @Test
    fun aFailureIsThrownAsItIs() {
        assertThatExceptionOfType(NotFoundException::class.java)
            .isThrownBy { runBlocking { asc.apps().get("1").await() } }
    }

    @Test
    fun callsRunSideBySide() = runBlocking {
        val id = firstApp()
        val names = List(5) { async { asc.apps().get(id).await().name } }.map { it.await() }

        assertThat(names).hasSize(5).containsOnly(names.first())
        Unit
    }

    @Test
    fun cancelingACoroutineCancelsItsRequest() = runBlocking {
        sandbox.delayNext(Duration.ofSeconds(30))
        val job = launch(Dispatchers.Default) { asc.apps().list().await() }
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue()

        job.cancelAndJoin()

        assertThat(canceled.await(10, TimeUnit.SECONDS)).isTrue()
        assertThat(job.isCancelled).isTrue()
        Unit
    }

    @Test
    fun aFlowHasTheResourcesOfAllPages() = runBlocking {
        val all = asc.apps().list().toList().map { it.id }

        assertThat(asc.apps().list { it.limit(1) }.asFlow().map { it.id }.toList()).isEqualTo(all)
        assertThat(asc.apps().list { it.limit(1) }.pagesAsFlow().count()).isEqualTo(all.size)
        assertThat(asc.apps().list { it.limit(1) }.withPrefetch().asFlow().count()).isEqualTo(all.size)
        Unit
    }

    @Test
    fun aFlowThatEndsEarlyRequestsNoFurtherPage() = runBlocking {
        val flow = asc.apps().list { it.limit(1) }.asFlow()
        assertThat(sandbox.requests()).isEmpty()
        assertThat(flow.take(2).toList()).hasSize(2)

        assertThat(sandbox.requests()).hasSize(2)
        Unit
    }

    @Test
    fun aFlowEndsAtTheBoundsOfTheClient() {
        val bounded = sandbox.clientBuilder().options { it.maxPages(2) }.build()

        assertThatExceptionOfType(InvalidResponseException::class.java)
            .isThrownBy { runBlocking { bounded.apps().list { it.limit(1) }.asFlow().toList() } }
            .withMessageContaining("more than 2 pages")
        bounded.close()
    }

    @Test
    fun aFailureInAFlowIsThrownToTheCollector() {
        sandbox.failNext(10, 503)

        assertThatExceptionOfType(io.github.ascjava.client.error.ServerException::class.java)
            .isThrownBy { runBlocking { asc.apps().list().asFlow().toList() } }
    }

    /** The scope of the test would fail with an exception that is not a cancellation. */
    @Test
    fun cancelingACollectorCancelsItsRequestAndNothingElse() = runBlocking {
        sandbox.delayNext(Duration.ofSeconds(30))
        val job = launch(Dispatchers.Default) { asc.apps().list().asFlow().toList() }
        val other = async(start = CoroutineStart.LAZY) { "undisturbed" }
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue()

        job.cancelAndJoin()

        assertThat(canceled.await(10, TimeUnit.SECONDS)).isTrue()
        assertThat(other.await()).isEqualTo("undisturbed")
        Unit
    }

    private suspend fun firstApp(): String = asc.apps().list { it.limit(1) }.await().data.single().id
}
