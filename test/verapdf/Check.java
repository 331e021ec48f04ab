import java.io.File;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Says of each file which rules of PDF/A-3a and PDF/UA-1 it breaks; fails when one does. */
public class Check {
  public static void main(String[] files) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    boolean isGood = files.length > 0;
    for (String file : files) {
      for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
        TreeSet<String> broken = broken(new File(file), flavour);
        isGood &= broken.isEmpty();
        System.out.println((broken.isEmpty() ? "passed " : "FAILED ") + flavour + " " + file);
        broken.forEach(rule -> System.out.println("  " + rule));
      }
    }
    System.exit(isGood ? 0 : 1);
  }

  private static TreeSet<String> broken(File file, PDFAFlavour flavour) throws Exception {
    TreeSet<String> rules = new TreeSet<>();
    try (var parser = Foundries.defaultInstance().createParser(file, flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        var id = assertion.getRuleId();
        rules.add(id.getClause() + "-" + id.getTestNumber() + " " + assertion.getMessage());
      }
    }
    return rules;
  }
}
