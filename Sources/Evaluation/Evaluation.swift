public import Diagnostics
public import Formulas
public import Graphics
public import Markup

/// What evaluating a manuscript gives: the resolved document and all that reviewers ask about it.
public struct Evaluation: Sendable {
  /// Whole even when there are errors: what could not be evaluated is a visible placeholder.
  public var manuscript: Manuscript<Resolved>
  public var diagnostics: DiagnosticList
  /// Every check, pinned value, claim and worked example of a formula, in reading order.
  public var verdicts: [Verdict]
  /// Every number and text that was computed, by `ProvenanceID`.
  public var provenance: [ProvenanceRecord]
  /// Every chart with a label, for `report figures`.
  public var charts: [LabelledChart]
  /// Every formula block that compiled.
  public var formulas: [Formula]
  /// Where each of them is written.
  public var formulaBlocks: [FormulaBlock] = []
  /// Pinned numbers that no longer equal the data, in reading order.
  public var stalePins: [StalePinnedValue] = []
  /// The rows of every table and chart, in reading order.
  public var rowAccounts: [RowAccount] = []

  public init(
    manuscript: Manuscript<Resolved>, diagnostics: DiagnosticList, verdicts: [Verdict],
    provenance: [ProvenanceRecord], charts: [LabelledChart], formulas: [Formula]
  ) {
    self.manuscript = manuscript
    self.diagnostics = diagnostics
    self.verdicts = verdicts
    self.provenance = provenance
    self.charts = charts
    self.formulas = formulas
  }

  /// Whether a check of severity `error`, a pinned value or a claim failed: exit code 2, unless
  /// there are other errors.
  public var hasFailedChecks: Bool {
    verdicts.contains { !$0.holds && $0.severity == .error }
  }

  /// Whether there are errors besides failed checks: exit code 1.
  public var hasErrors: Bool {
    diagnostics.all.contains { $0.severity == .error && !Verdict.codes.contains($0.code) }
  }
}

/// A formula as a chapter writes it.
public struct FormulaBlock: Sendable {
  public var name: String
  public var label: Label?
  /// Without blank lines around it.
  public var tex: String
  /// What changes its value: parameters with their limits, unit and TeX, in one text.
  public var meaning: String
  /// Where it comes from; empty when not stated.
  public var source: String
  public var span: SourceSpan
}

/// The outcome of one check, pinned value or claim.
public struct Verdict: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case check, pinned, claim
    /// A worked example of a formula.
    case formula
  }

  public var kind: Kind
  public var label: Label?
  /// What was looked for, or what is claimed.
  public var statement: String
  /// The SQL of a check block; empty for others.
  public var query = ""
  public var holds: Bool
  /// What kind of finding a failure is.
  public var severity: Diagnostic.Severity
  /// Rows that contradict a check.
  public var violations: Int
  /// The first of them.
  public var findings: [Finding] = []
  public var span: SourceSpan

  /// A row that contradicts a check.
  public struct Finding: Sendable, Equatable {
    /// `method = FastV, average = 91.2`.
    public var text: String
    /// The records of data files that it stands on, as far as they are known.
    public var places: [SourceSpan]

    public init(text: String, places: [SourceSpan]) {
      self.text = text
      self.places = places
    }
  }

  /// The codes of diagnostics that report failed verdicts.
  public static let codes: Set<String> = ["check-failed", "pinned-value", "claim-failed"]
  /// The code of notes about checks that fail over data with errors, which may be why.
  public static let doubtedCode = "check-doubted"
}

/// A chart under the name that references use.
public struct LabelledChart: Sendable {
  public var label: Label
  public var drawing: any Drawable
  /// The caption as plain text; what it refers to is named by its label, so that a figure that is
  /// added elsewhere changes no drawing.
  public var caption: String
  /// The author's text for readers who cannot see the chart; made from the data when nil.
  public var altText: String?
}
