package com.example.consumer

import com.example.apple.FakeApple
import io.github.ascjava.client.AppStoreConnect
import io.github.ascjava.kotlin.asFlow
import io.github.ascjava.kotlin.await
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking

/** Kotlin checks that a function of this shape returns no null where its type has no question mark. */
suspend fun delete(asc: AppStoreConnect, id: String) = asc.betaGroups().delete(id).await()

fun main() {
    FakeApple().use { apple ->
        apple.client().use { asc ->
            runBlocking {
                val ids: List<String> = asc.apps().list().asFlow().map { it.id }.toList()
                check(ids == listOf("1")) { "The apps were $ids." }
                val name: String? = asc.apps().get("1").await().name
                check(name?.startsWith("De") == true) { "The name was $name." }
                val created = asc.betaGroups().create { it.name("Nightly").app("1") }.await()
                delete(asc, created.id)
            }
        }
    }
    println("The calls from coroutines were answered, with Kotlin ${KotlinVersion.CURRENT}.")
}
