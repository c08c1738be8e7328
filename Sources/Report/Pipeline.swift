import Datasets
import Diagnostics
import Evaluation
import Graphics
import Markup
import Rendering
import Typography

/// The compiler: parse, evaluate, lay out, render. Each stage takes the finished value of the one
/// before; findings are collected in the session, and no stage stops for them, so that one run
/// shows them all.
struct Pipeline {
  let project: Project
  let session: Session
  /// Whether what is evaluated is compared with the project's lock.
  var comparesLock = false

  /// The sources with every number final, the data, and the files that they are.
  struct Evaluated {
    var evaluation: Evaluation
    var store: Store
    var files: ProjectSources
  }

  /// Parses and evaluates; no pages.
  func evaluated() throws -> Evaluated {
    let store = try loadData()
    let manuscript = parse()
    let result = Evaluated(
      evaluation: try evaluate(manuscript, store), store: store,
      files: files(of: manuscript, store))
    if comparesLock {
      try LockCheck(builder: try lockBuilder(result), session: session).run()
    }
    return result
  }

  func lockBuilder(_ evaluated: Evaluated) throws -> LockBuilder {
    let fonts = try fonts()
    // Only the pages tell which characters the theme's fonts lack. What is wrong with them is told
    // when they are made for their own sake.
    let diagnostics = session.diagnostics
    _ = layOut(evaluated.evaluation.manuscript, fonts: fonts)
    session.diagnostics = diagnostics
    return LockBuilder(
      evaluation: evaluated.evaluation, store: evaluated.store, project: project,
      fonts: fonts, sources: session.sources)
  }

  /// Pages with the sources attached.
  func pages(_ evaluated: Evaluated, fonts: FontLibrary) -> PagedDocument {
    var pages = layOut(evaluated.evaluation.manuscript, fonts: fonts)
    pages.attachments = session.stage("attach") {
      Attachments.files(of: project, evaluated.files)
    }
    return pages
  }

  /// The whole way from sources to bytes.
  func pdf(standard: PDFStandard? = nil) throws -> [UInt8] {
    let evaluated = try self.evaluated()
    let fonts = try self.fonts()
    return try render(pages(evaluated, fonts: fonts), fonts: fonts, standard: standard)
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
