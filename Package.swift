// swift-tools-version: 6.2
import PackageDescription

/// What every target asks of the compiler.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// `swift run report pdf` builds in debug, and a reader should not wait for that: these targets
/// are optimised there too. Exclusivity checks cost 13–18 % in the text loops.
let fast: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-O"], .when(configuration: .debug)),
    .unsafeFlags(["-enforce-exclusivity=unchecked"]),
  ]

/// The programs' allocator in place of glibc's: a build makes and frees millions of small objects,
/// and takes a tenth less time so.
let allocator: [LinkerSetting] = [.linkedLibrary("mimalloc")]

/// A C library of the system, as a module map and a shim under Sources/CLibraries.
func systemLibrary(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func tests(_ module: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(module)Tests",
    dependencies: [.target(name: module), "TestSupport"] + dependencies,
    exclude: ["Fixtures"],
    swiftSettings: strict)
}

let package = Package(
  name: "report",
  products: [
    .executable(name: "report", targets: ["Report"]),
    .library(name: "Plot", targets: ["Plot"]),
    .library(name: "Formulas", targets: ["Formulas"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Level 0: C libraries, diagnostics, the display list.
    systemLibrary("CCmarkGFM", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-extensions-dev"),
    systemLibrary("CCairo", pkgConfig: "cairo-ft", apt: "libcairo2-dev"),
    systemLibrary("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
    systemLibrary("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    systemLibrary("CXML", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    systemLibrary("CRSVG", pkgConfig: "librsvg-2.0", apt: "librsvg2-dev"),
    systemLibrary("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
    systemLibrary("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
    .target(
      name: "CUnicode", path: "Sources/CLibraries/CUnicode",
      linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "Diagnostics", swiftSettings: fast),
    .target(name: "Graphics", swiftSettings: fast),
    .target(name: "Languages", swiftSettings: fast),
    .target(name: "Pareto", swiftSettings: fast),

    // Level 1
    .target(
      name: "Configuration",
      dependencies: ["Diagnostics", "Graphics", .product(name: "Yams", package: "Yams")],
      swiftSettings: fast),
    .target(name: "MathSyntax", dependencies: ["Diagnostics"], swiftSettings: fast),
    .target(
      name: "Typography", dependencies: ["CHarfBuzz", "CUnicode", "Graphics"],
      swiftSettings: fast),

    // Level 2
    .target(name: "Formulas", dependencies: ["Diagnostics", "MathSyntax"], swiftSettings: fast),
    .target(
      name: "MathLayout", dependencies: ["MathSyntax", "Typography", "Graphics"],
      swiftSettings: fast),
    .target(
      name: "Markup",
      dependencies: [
        "CCmarkGFM", "CXML", "Configuration", "Diagnostics", "Graphics", "MathSyntax",
      ],
      swiftSettings: fast),
    .target(
      name: "Rendering",
      dependencies: ["CCairo", "CDeflate", "CQPDF", "CRSVG", "Graphics", "Typography"],
      swiftSettings: fast),

    // Level 3
    .target(
      name: "Datasets",
      dependencies: ["CDeflate", "CSQLite", "Configuration", "Diagnostics", "Formulas", "Pareto"],
      swiftSettings: fast),
    .target(
      name: "Plot",
      dependencies: ["Graphics", "Languages", "Pareto", "Typography", "Rendering"],
      swiftSettings: fast),

    // Level 4
    .target(
      name: "Evaluation",
      dependencies: [
        "Configuration", "Datasets", "Diagnostics", "Formulas", "Graphics", "Languages", "Markup",
        "MathSyntax", "Plot", "Typography",
      ],
      swiftSettings: fast),
    .target(
      name: "Layout",
      dependencies: [
        "Configuration", "Diagnostics", "Graphics", "Languages", "Markup", "MathLayout",
        "MathSyntax", "Rendering", "Typography",
      ],
      swiftSettings: fast),

    // Level 5
    .executableTarget(
      name: "Report",
      dependencies: [
        "Configuration", "Datasets", "Diagnostics", "Evaluation", "Formulas", "Graphics",
        "Languages", "Layout", "Markup", "MathLayout", "MathSyntax", "Plot", "Rendering",
        "Typography",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: allocator),

    // Not part of the report: times the stages (Benchmarks/run).
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Configuration", "Datasets", "Diagnostics", "Evaluation", "Graphics", "Layout", "Markup",
        "Plot", "Rendering", "Typography",
      ],
      path: "Benchmarks", exclude: ["gen_corpus.py", "run"],
      swiftSettings: strict, linkerSettings: allocator),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Graphics"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Diagnostics"),
    tests("Graphics"),
    .testTarget(name: "ParetoTests", dependencies: ["Pareto"], swiftSettings: strict),
    tests("Configuration", ["Diagnostics", "Graphics"]),
    tests("MathSyntax", ["Diagnostics"]),
    tests("Typography", ["Graphics"]),
    tests("Formulas", ["Diagnostics", "MathSyntax"]),
    tests("MathLayout", ["Diagnostics", "Graphics", "MathSyntax", "Typography"]),
    tests("Markup", ["Configuration", "Diagnostics", "Graphics", "MathSyntax"]),
    tests("Rendering", ["Graphics", "Typography"]),
    tests("Datasets", ["Configuration", "Diagnostics", "Formulas"]),
    tests("Plot", ["Graphics", "Typography", "Rendering"]),
    tests(
      "Evaluation", ["Configuration", "Datasets", "Diagnostics", "Graphics", "Markup", "Plot"]),
    tests(
      "Layout",
      [
        "Configuration", "Datasets", "Diagnostics", "Evaluation", "Graphics", "Markup",
        "MathLayout", "MathSyntax", "Rendering", "Typography",
      ]),
    tests("Report", ["Diagnostics", "Languages"]),
  ]
)
