import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.testing.Sandbox;
import okhttp3.OkHttp;

/** A program outside of this build: it takes the artifacts from where they are published, and calls a sandbox. */
public class Outside {

    public static void main(String[] args) {
        try (Sandbox sandbox = Sandbox.start();
                AppStoreConnect asc = sandbox.client()) {
            int apps = 0;
            for (App app : asc.apps().list()) {
                apps += app.bundleId() == null ? 0 : 1;
            }
            System.out.println(apps > 0 ? "apps listed" : "no apps");
            System.out.println("OkHttp " + OkHttp.VERSION);
        }
    }
}
