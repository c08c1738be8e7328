import Foundation

/// Times the stages on corpora of 10, 100 and 1000 pages, and charts, a large scatter, data and ten
/// thousand values in sentences on their own.
///
///     Benchmarks/run [--sizes 10,100,1000] [--runs 5] [--baseline FILE] [--json FILE]
///
/// Figures are CPU seconds of this process, medians over the runs; memory is the peak of a process
/// that compiles the corpus once.
@main
enum Benchmarks {
  static func main() throws {
    let options = try Options(CommandLine.arguments.dropFirst())
    if let size = options.single {
      // A process of its own, so that its peak memory is that of one compilation.
      if size == 0 {
        _ = try ScatterBenchmark(rows: 1_000_000).run()
      } else {
        _ = try CorpusBenchmark(size: size).compile()
      }
      print(Measurement.peakMemory)
      return
    }
    var report = BenchmarkReport()
    for size in options.sizes {
      let benchmark = try CorpusBenchmark(size: size)
      report.add("corpus \(size)", try benchmark.measure(runs: options.runs))
      report.add("corpus \(size)", memory: try peakMemory(of: size))
    }
    report.add("charts", try ChartBenchmark().measure(runs: options.runs))
    report.add("scatter", try ScatterBenchmark(rows: 1_000_000).measure(runs: options.runs))
    report.add("scatter", memory: try peakMemory(of: 0))
    report.add("data", try DataBenchmark(rows: 100_000).measure(runs: options.runs))
    report.add(
      "10,000 values", try TracedValuesBenchmark(values: 10_000).measure(runs: options.runs))
    print(report.table(against: try options.baseline.map(BenchmarkReport.init(file:))))
    if let file = options.json {
      try report.json.write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  /// Peak resident memory in bytes of a process that compiles a corpus once, or draws the scatter
  /// for a size of 0.
  private static func peakMemory(of size: Int) throws -> Int {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = ["--single", String(size)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Int(
      String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
      ?? 0
  }
}

/// The command line of the benchmarks.
struct Options {
  var sizes = [10, 100, 1000]
  var runs = 5
  var baseline: String?
  var json: String?
  var single: Int?

  struct Wrong: Error, CustomStringConvertible { var description: String }

  init(_ arguments: ArraySlice<String>) throws {
    var rest = Array(arguments)
    while !rest.isEmpty {
      let flag = rest.removeFirst()
      guard !rest.isEmpty else { throw Wrong(description: "\(flag) needs a value") }
      let value = rest.removeFirst()
      switch flag {
      case "--sizes": sizes = value.split(separator: ",").compactMap { Int($0) }
      case "--runs": runs = Int(value) ?? runs
      case "--baseline": baseline = value
      case "--json": json = value
      case "--single": single = Int(value)
      default: throw Wrong(description: "unknown flag \(flag)")
      }
    }
  }
}
