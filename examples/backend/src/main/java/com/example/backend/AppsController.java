package com.example.backend;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.builds.ListBuilds;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Apps and their newest builds. */
@RestController
@RequestMapping("/apps")
class AppsController {

    private static final int NEWEST = 10;

    private final AppStoreConnect asc;

    AppsController(AppStoreConnect asc) {
        this.asc = asc;
    }

    @GetMapping
    List<AppSummary> apps() {
        return asc.apps().list(q -> q.limit(200)).stream().map(AppSummary::of).toList();
    }

    /** An app that does not exist is a 404 here as well, because Apple would return an empty list of builds. */
    @GetMapping("/{id}/builds")
    List<BuildSummary> builds(@PathVariable String id) {
        asc.apps().get(id).execute();
        return asc
                .builds()
                .list(q ->
                        q.filterApp(id).sort(ListBuilds.Sort.UPLOADED_DATE_DESC).limit(NEWEST))
                .execute()
                .data()
                .stream()
                .map(BuildSummary::of)
                .toList();
    }
}
