import Testing

@testable import Rendering

@Suite struct TagRuleTests {
  /// A file that no rule speaks against: a document with a heading.
  private static var sound: TaggedPDF {
    var pdf = TaggedPDF()
    pdf.isMarked = true
    pdf.showsTitle = true
    pdf.hasMetadata = true
    pdf.language = "en"
    pdf.title = "T"
    pdf.elements = [
      .init(role: "Document", object: 1, kids: [.element(1)]),
      .init(role: "H1", parent: 0, object: 2, kids: [.mark(.init(page: 0, number: 0))]),
    ]
    pdf.pages = [.init(content: content(heading), parentKey: 0)]
    pdf.parents = [0: [2]]
    return pdf
  }

  private static let heading = "/H1 <</MCID 0>> BDC (T) Tj EMC"

  private static func content(_ operators: String) -> MarkedStream {
    MarkedStream(Array(operators.utf8))
  }

  private static func drawing(_ operators: String) -> TaggedPDF {
    changed { $0.pages[0].content = content(operators) }
  }

  @Test func `a sound file breaks no rule`() {
    #expect(TagRules.check(Self.sound) == [])
  }

  private static func annotated(_ subtype: String, contents: String? = nil) -> TaggedPDF {
    var pdf = sound
    pdf.pages[0].tabOrder = "S"
    pdf.pages[0].annotations = [.init(object: 9, subtype: subtype, contents: contents)]
    return pdf
  }

  private static func with(_ role: String, below parent: Int = 0) -> TaggedPDF {
    var pdf = sound
    pdf.elements[parent].kids.append(.element(pdf.elements.count))
    pdf.elements.append(.init(role: role, parent: parent, object: 20 + pdf.elements.count))
    return pdf
  }

  private static func changed(_ change: (inout TaggedPDF) -> Void) -> TaggedPDF {
    var pdf = sound
    change(&pdf)
    return pdf
  }

  /// A file with one fault, and what is to be said of it.
  struct Fault: CustomTestStringConvertible {
    let pdf: TaggedPDF
    let finding: String
    var testDescription: String { finding }

    init(_ pdf: TaggedPDF, _ finding: String) { (self.pdf, self.finding) = (pdf, finding) }
  }

  @Test(arguments: [
    Fault(changed { $0.isMarked = false }, "6.2: the file does not say that it is marked"),
    Fault(changed { $0.isSuspect = true }, "7.1: the file says that its tags are suspect"),
    Fault(changed { $0.title = nil }, "7.1: the metadata have no title"),
    Fault(changed { $0.hasMetadata = false }, "7.1: the file has no metadata"),
    Fault(changed { $0.showsTitle = false }, "7.1: viewers are not asked to show the title"),
    Fault(changed { $0.language = nil }, "7.2: the file has no language"),
    Fault(changed { $0.language = "e_n" }, "7.2: 'e_n' is not a language tag"),
    Fault(
      changed { $0.elements[1].language = "deutsch!" }, "7.2: 'deutsch!' is not a language tag"),
    Fault(
      changed { $0.accessibilityPart = "2" }, "5: the metadata claim part 2 of ISO 14289, not 1"),
    Fault(
      changed { $0.mayBeReadAloud = false },
      "7.16: the file is encrypted and forbids that it is read aloud"
    ),
    Fault(changed { $0.hasDynamicForm = true }, "7.15: the file holds a dynamic form"),
    Fault(changed { $0.unnamedLayers = 1 }, "7.10: a setting of the file's layers has no name"),
    Fault(changed { $0.automaticLayers = 1 }, "7.10: layers of the file switch by themselves"),
    Fault(
      changed { $0.unnamedAttachments = 1 }, "7.11: an attached file is not named by both F and UF"),
    Fault(changed { $0.outsidePages = [0] }, "7.20: page 1 shows a page of another file"),
    Fault(changed { $0.absentFonts = ["A"] }, "7.21.4: the font A is not embedded"),
    Fault(
      changed { $0.unmappedFonts = ["A"] },
      "7.21.3: the font A does not say which glyph a code shows"
    ),
    Fault(changed { $0.silentFonts = ["A"] }, "7.21.7: the font A does not map to text"),
    Fault(changed { $0.voidFonts = ["A"] }, "7.21.7: the font A maps a glyph to no character"),
    Fault(
      changed { $0.roleMap = ["A": "B", "B": "A"] }, "7.1: the role 'A' is mapped in a circle"
    ),
    Fault(
      drawing(heading + " (a) Tj 0 0 1 1 re f"),
      "7.1: page 1 paints 2 times outside of content and artifacts"
    ),
    Fault(
      drawing("/Artifact BMC \(heading) EMC"),
      "7.1: page 1 has marks within marks or artifacts"
    ),
    Fault(
      drawing(heading + " /P <</MCID 1>> BDC (a) Tj EMC"),
      "7.1: mark 1 of page 1 belongs to no element"
    ),
    Fault(drawing(""), "14.7.4: mark 0 of page 1 is named and not there"),
    Fault(
      changed { $0.parents = [0: [1]] },
      "14.7.4: the parent tree does not lead from mark 0 of page 1 to its element"
    ),
    Fault(with("H"), "7.4.4: the file mixes H with numbered headings"),
    Fault(annotated("Link", contents: "L"), "7.18.5: a link of page 1 belongs to no Link element"),
    Fault(
      annotated("Widget", contents: "W"),
      "7.18.4: a field of a form of page 1 belongs to no Form element"
    ),
    Fault(
      annotated("Text", contents: ""), "7.18.1: an annotation of page 1 does not say what it is"),
    Fault(annotated("TrapNet"), "7.18.8: page 1 has a TrapNet among its content"),
  ])
  func `what one property breaks is told with its clause`(_ fault: Fault) {
    let findings = TagRules.check(fault.pdf).map { "\($0.clause): \($0.message)" }
    #expect(findings.contains(fault.finding), "\(findings)")
  }

  @Test func `a mark that printers use breaks nothing outside of the content`() {
    #expect(TagRules.check(Self.annotated("PrinterMark")) == [])
  }
}
