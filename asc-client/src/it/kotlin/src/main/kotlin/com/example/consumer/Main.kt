package com.example.consumer

import com.example.apple.FakeApple
import io.github.ascjava.client.AppStoreConnect

// Kotlin checks that a function of this shape returns no null where its type has no question mark.
fun delete(asc: AppStoreConnect, id: String) = asc.betaGroups().delete(id).execute()

fun main() {
    FakeApple().use { apple ->
        apple.client().use { asc ->
            for (app in asc.apps().list()) {
                check(app.name?.startsWith("De") == true) { "The app was $app." }
                val groups: List<String> = app.betaGroups.ids()
                check(groups == listOf("g1")) { "Its groups were $groups." }
            }
            val apps = asc.apps().list { it.limit(1) }.execute().data
            check(apps.map { it.id } == listOf("1")) { "The page was $apps." }
            val created = asc.betaGroups().create { it.name("Nightly").app("1") }.execute()
            check(created.name == "Nightly") { "The group was $created." }
            delete(asc, created.id)
        }
    }
    println("The calls from Kotlin were answered.")
}
