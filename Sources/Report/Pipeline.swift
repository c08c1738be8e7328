import Datasets
import Diagnostics
import Evaluation
import Markup

/// The compiler: parse, evaluate, lay out, render. Each stage takes the finished value of the one
/// before; findings are collected in the session, and no stage stops for them, so that one run
/// shows them all.
struct Pipeline {
  let project: Project
  let session: Session

  /// The sources with every number final; no pages. With `--locked` they are compared with the
  /// project's lock.
  func evaluated() throws -> Evaluation { try evaluatedWithData().evaluation }

  /// The same with the data, for commands that ask further.
  func evaluatedWithData() throws -> (evaluation: Evaluation, store: Store) {
    let store = try loadData()
    let evaluation = try evaluate(parse(), store)
    if session.options.locked {
      try LockCheck(builder: try lockBuilder(evaluation, store), session: session).run()
    }
    return (evaluation, store)
  }

  func lockBuilder(_ evaluation: Evaluation, _ store: Store) throws -> LockBuilder {
    LockBuilder(
      evaluation: evaluation, store: store, project: project, fonts: try fonts(),
      sources: session.sources)
  }

  /// Rows of a statement over the project's data and the queries of its chapters.
  ///
  /// - Returns: nil when the statement is wrong; the session then holds why.
  func rows(of statement: String) throws -> ResultTable? {
    let store = try loadData()
    let chapters = session.diagnostics
    _ = try evaluate(parse(), store)
    // What is wrong in the chapters is the business of other commands.
    session.diagnostics = chapters
    let file = session.sources.add(path: "query", text: statement)
    let sql = SpannedText(
      SourceSpan(file: file.id, start: 0, end: file.bytes.count), in: file)
    do throws(DiagnosticList) {
      return try session.stage("query") { () throws(DiagnosticList) in try store.run(Query(sql)) }
    } catch {
      session.diagnostics.append(contentsOf: error)
      return nil
    }
  }
}
