import Foundation

/// Reads the process's own clocks.
enum Measurement {
  /// CPU seconds of this process so far, user and system.
  static var cpuSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Peak resident memory of this process, in bytes; 0 where the kernel does not tell.
  ///
  /// Read from `VmHWM` of proc(5): `ru_maxrss` of getrusage(2) is handed on by fork and exec, so a
  /// small process that a large one starts would report the large one's.
  static var peakMemory: Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return 0 }
    return kibibytes * 1024
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// CPU seconds of named steps, in the order in which they ran.
struct StepTimes {
  private(set) var steps: [(name: String, seconds: Double)] = []

  mutating func measure<Result>(_ name: String, _ step: () throws -> Result) rethrows -> Result {
    let start = Measurement.cpuSeconds
    defer { steps.append((name, Measurement.cpuSeconds - start)) }
    return try step()
  }

  /// The median of each step over several runs, and of their sums.
  static func medians(_ runs: [StepTimes]) -> [(name: String, seconds: Double)] {
    guard let first = runs.first else { return [] }
    let steps = first.steps.indices.map { step in
      (first.steps[step].name, Measurement.median(runs.map { $0.steps[step].seconds }))
    }
    let whole = Measurement.median(runs.map { $0.steps.reduce(0) { $0 + $1.seconds } })
    return steps + [("whole", whole)]
  }
}
