import ArgumentParser

/// The flag of commands that print numbers: compare them with what was locked.
struct LockOption: ParsableArguments {
  @Flag(
    name: .long,
    help: """
      Fail when data, fonts, formulas, checks, drawings or numbers differ from report.lock \
      (exit code 4).
      """)
  var locked = false
}
