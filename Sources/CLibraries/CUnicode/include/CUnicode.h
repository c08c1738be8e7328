#ifndef REPORT_CUNICODE_H
#define REPORT_CUNICODE_H
// A small window on ICU. Its headers must not meet Foundation's own ICU, so only this
// header is seen from Swift and only CUnicode.c includes ICU.
#include <stdint.h>

/// Line-break opportunities (UAX #14) of `length` bytes of UTF-8.
/// Writes the byte offsets after which a line may end to `offsets` (ascending, without 0),
/// each with its kind in `mandatory` (1 = must break). Returns the count, at most `capacity`;
/// a negative value is an ICU error code, negated.
int32_t report_line_breaks(
    const char *utf8, int32_t length, const char *locale,
    int32_t *offsets, uint8_t *mandatory, int32_t capacity);

/// Extended grapheme cluster boundaries (UAX #29), as above without kinds.
int32_t report_grapheme_breaks(
    const char *utf8, int32_t length, int32_t *offsets, int32_t capacity);

/// Bidirectional levels (UAX #9), one per byte of UTF-8. `base` is 0 (left to right), 1 (right to
/// left) or 2 (from the first strong character). Returns 0, or an ICU error code, negated.
int32_t report_bidi_levels(const char *utf8, int32_t length, int32_t base, uint8_t *levels);

/// ISO 15924 script code of a code point as a four-byte tag ('Latn'), 0 when unknown.
uint32_t report_script(uint32_t codepoint);

/// ICU general category (UCharCategory) of a code point.
int32_t report_general_category(uint32_t codepoint);

/// 1 when the code point has Emoji_Presentation.
int32_t report_is_emoji_presentation(uint32_t codepoint);

#endif
