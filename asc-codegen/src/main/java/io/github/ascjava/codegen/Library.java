package io.github.ascjava.codegen;

/** The names of classes of asc-client and Retrofit that generated code uses, because asc-codegen depends on neither. */
final class Library {

    static final String CLIENT = "io.github.ascjava.client";
    static final String CALL = CLIENT + ".call";
    private static final String JSONAPI = CLIENT + ".jsonapi";

    static final JavaType API_CALL = new JavaType(CALL, "ApiCall");
    static final JavaType PAGED_CALL = new JavaType(CALL, "PagedCall");
    static final JavaType QUERY = new JavaType(CALL, "Query");
    static final JavaType INCLUDING_QUERY = new JavaType(CALL, "IncludingQuery");

    static final JavaType RESOURCE = new JavaType(JSONAPI, "Resource");
    static final JavaType RESOURCE_TYPE = new JavaType(JSONAPI, "ResourceType");
    static final JavaType RESOURCE_IDENTIFIER = new JavaType(JSONAPI, "ResourceIdentifier");
    static final JavaType RESOURCE_BODY = new JavaType(JSONAPI, "ResourceBody");
    static final JavaType UPDATE_REQUEST = new JavaType(JSONAPI, "UpdateRequest");
    static final JavaType TO_MANY_LINKAGE = new JavaType(JSONAPI, "ToManyLinkage");
    static final JavaType TO_ONE_LINKAGE = new JavaType(JSONAPI, "ToOneLinkage");
    static final JavaType TO_ONE = new JavaType(JSONAPI, "ToOne");
    static final JavaType TO_MANY = new JavaType(JSONAPI, "ToMany");
    static final JavaType JSON_RESPONSE = new JavaType(JSONAPI, "JsonResponse");
    static final JavaType UNKNOWN_FIELDS = new JavaType(JSONAPI, "UnknownFields");
    static final JavaType MASKED_TEXT = new JavaType(JSONAPI, "MaskedText");
    static final JavaType JSON_NAME = new JavaType(JSONAPI, "JsonName");
    static final JavaType OPEN_ENUM = new JavaType(JSONAPI, "OpenEnum");
    static final JavaType FIELD = new JavaType(JSONAPI, "Field");
    static final JavaType INCLUDE = new JavaType(JSONAPI, "Include");

    static final JavaType RESPONSE_BODY = new JavaType("okhttp3", "ResponseBody");

    private Library() {}

    /** Returns an annotation of Retrofit's. */
    static JavaType retrofit(String name) {
        return new JavaType("retrofit2.http", name);
    }
}
