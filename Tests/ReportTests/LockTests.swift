import Foundation
import TestSupport
import Testing

/// `report new`, `report lock` and `--locked`.
@Suite struct LockTests {
  @Test func `a new project compiles without a finding, and its charts are written`() throws {
    let folder = try TemporaryFolder()
    let made = try Tool.run("new", "first", in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let place = folder.url.appending(path: "first")
    let pdf = try run(Tool.path, ["pdf", "--strict"], in: place)
    #expect(pdf.status == 0, "\(pdf.errors)")
    #expect(FileManager.default.fileExists(atPath: place.appending(path: "build/report.pdf").path))
    let figures = try run(Tool.path, ["figures"], in: place)
    #expect(figures.output == "figures/fig-methods.svg\n" || figures.status == 0)
    #expect(try run(Tool.path, ["figures", "--check"], in: place).status == 0)
    #expect(try Tool.run("new", "first", in: folder).status == 64)
  }

  @Test func `a locked run fails with exit code 4 and names the number that moved`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("new", "a", in: folder).status == 0)
    let place = folder.url.appending(path: "a")
    #expect(try run(Tool.path, ["check", "--locked"], in: place).status == 4)
    #expect(try run(Tool.path, ["lock"], in: place).status == 0)
    let held = try run(Tool.path, ["check", "--locked"], in: place)
    #expect(held.status == 0, "\(held.errors)")
    try folder.write(
      "method,cost,score\nSmall,1.2,71.3\nLarge,5.1,81.4\n", to: "a/data/methods.csv")
    let moved = try run(Tool.path, ["check", "--locked"], in: place)
    #expect(moved.status == 4)
    #expect(moved.errors.contains("'data/methods.csv' had 4 rows, now 2"))
    #expect(moved.errors.contains("was 80.4"))
  }
}
