import com.jayway.jsonpath.Configuration;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.velocity.app.VelocityEngine;

/**
 * How often a second Velocity 1.7 on a warm JVM parses and renders a template, set up as in VelocityOracle. Reads
 * the oracle's questions, one a line; prints one rate a line, NaN for a question that ends in an error: newer
 * json-smart packages refuse bodies with many objects, and failing is fast.
 */
public final class VelocityBench {
  private static final long ROUND = 2_000_000_000L;

  public static void main(String[] args) throws Exception {
    Method newEngine = VelocityOracle.class.getDeclaredMethod("newEngine");
    Method answerTo =
        VelocityOracle.class.getDeclaredMethod("answerTo", VelocityEngine.class, String.class, Map.class);
    newEngine.setAccessible(true);
    answerTo.setAccessible(true);
    VelocityEngine engine = (VelocityEngine) newEngine.invoke(null);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<?, ?> question = (Map<?, ?>) Configuration.defaultConfiguration().jsonProvider().parse(line);
      String template = (String) question.get("template");
      Map<?, ?> answer = (Map<?, ?>) answerTo.invoke(null, engine, template, question);
      double rate = Double.NaN;
      // The first round warms the JVM up.
      for (int round = 0; round < 2 && !answer.containsKey("error"); round++) {
        long start = System.nanoTime();
        long runs = 0;
        for (; System.nanoTime() - start < ROUND; runs++) answerTo.invoke(null, engine, template, question);
        rate = runs * 1e9 / (System.nanoTime() - start);
      }
      System.out.println(rate);
    }
  }
}
