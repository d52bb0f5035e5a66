// Run by japicmp after its comparison: takes out changes of the public surface that break nobody who keeps to the documentation.
//
// - Constructors of records: Apple adds attributes, and only the accessors of records are API.
// - New methods of Retrofit interfaces: Retrofit implements them, and each document of Apple adds some.
import japicmp.model.JApiChangeStatus
import japicmp.model.JApiCompatibilityChangeType

jApiClasses.each { type ->
    def parent = type.superclass.oldSuperclassName.orElse(type.superclass.newSuperclassName.orElse(""))
    if (parent == "java.lang.Record") {
        type.constructors.clear()
    }
    if (type.fullyQualifiedName.startsWith("io.github.ascjava.client.api.")) {
        type.methods.removeAll { it.changeStatus == JApiChangeStatus.NEW }
    }
}
return jApiClasses
