import java.io.FileReader;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.dataspacetck.core.system.ConsoleMonitor;
import org.eclipse.dataspacetck.runtime.TckRuntime;

/** Runs the kit with the properties of a file: the counts on the last line, what failed above it, and why. */
public final class RunKit {
  public static void main(String[] args) throws Exception {
    var properties = new Properties();
    try (var reader = new FileReader(args[0])) {
      properties.load(reader);
    }
    Map<String, String> settings =
        properties.entrySet().stream().collect(Collectors.toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
    var kit = TckRuntime.Builder.newInstance().properties(settings).monitor(new ConsoleMonitor(false, false));
    for (var i = 1; i < args.length; i++) kit.addPackage(args[i]);
    var summary = kit.build().execute();
    for (var failure : summary.getFailures()) {
      System.out.println("FAILED\t" + failure.getTestIdentifier().getDisplayName() + "\t" + failure.getException());
    }
    System.out.printf(
        "{\"found\":%d,\"passed\":%d,\"failed\":%d,\"skipped\":%d,\"aborted\":%d}%n",
        summary.getTestsFoundCount(), summary.getTestsSucceededCount(), summary.getTestsFailedCount(),
        summary.getTestsSkippedCount(), summary.getTestsAbortedCount());
    System.exit(0);
  }
}
