import Graphics

// The footnotes of a page.
extension PageBreaker {
  func notePieces(_ range: Range<Int>, carried state: State) -> [PagePlan.NotePiece] {
    var pieces: [PagePlan.NotePiece] = []
    if state.carriedNote >= 0 {
      let lines = state.carriedLine..<metrics.noteLines[state.carriedNote].count - 1
      pieces.append(.init(note: state.carriedNote, lines: lines))
    }
    for note in metrics.notes[range] {
      pieces.append(.init(note: note, lines: 0..<metrics.noteLines[note].count - 1))
    }
    return pieces
  }

  /// Cuts the last note so that the notes fit into the room; at least two lines stay on each side.
  func split(_ pieces: inout [PagePlan.NotePiece], room: Points)
    -> (note: Int, line: Int, height: Points)?
  {
    let last = pieces[pieces.count - 1]
    let before = pieces.dropLast().reduce(0.0) { $0 + height(of: $1) }
    let lines = metrics.noteLines[last.note]
    var end = last.lines.upperBound - 2
    while end >= last.lines.lowerBound + 2 {
      let height = before + lines[end] - lines[last.lines.lowerBound]
      if height <= room {
        pieces[pieces.count - 1].lines = last.lines.lowerBound..<end
        return (last.note, end, height)
      }
      end -= 1
    }
    return nil
  }

  func height(of piece: PagePlan.NotePiece) -> Points {
    let lines = metrics.noteLines[piece.note]
    return lines[piece.lines.upperBound] - lines[piece.lines.lowerBound]
  }
}
