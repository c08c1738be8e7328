import ArgumentParser

/// `report lock`: writes down what the report was made from and every number it prints.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Write report.lock: what the report is made from, and every number it prints.",
    discussion: "A later run with --locked fails (exit code 4) when one of them has moved.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let pipeline = Pipeline(project: project, session: session)
    let evaluated = try pipeline.evaluated()
    if !session.hasSourceErrors {
      let lock = try pipeline.lockBuilder(evaluated).lock()
      let file = OutputFile(path: project.path(LockFile.name))
      try session.write(Array(lock.text.utf8), to: file)
      if !shared.quiet { print(file.path.relativeToCurrentFolder) }
    }
    try session.finish()
  }
}
