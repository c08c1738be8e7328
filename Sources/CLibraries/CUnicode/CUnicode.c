#include "CUnicode.h"

#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

static int32_t breaks(
    UBreakIteratorType type, const char *locale, const char *utf8, int32_t length,
    int32_t *offsets, uint8_t *mandatory, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8, length, &status);
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    utext_close(&text);
    return -status;
  }
  ubrk_setUText(iterator, &text, &status);
  int32_t count = 0;
  if (U_SUCCESS(status)) {
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE && count < capacity;
         at = ubrk_next(iterator)) {
      offsets[count] = at;
      if (mandatory) {
        int32_t rule = ubrk_getRuleStatus(iterator);
        mandatory[count] = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT;
      }
      count++;
    }
  }
  ubrk_close(iterator);
  utext_close(&text);
  return U_FAILURE(status) ? -status : count;
}

int32_t report_line_breaks(
    const char *utf8, int32_t length, const char *locale,
    int32_t *offsets, uint8_t *mandatory, int32_t capacity) {
  return breaks(UBRK_LINE, locale, utf8, length, offsets, mandatory, capacity);
}

int32_t report_grapheme_breaks(
    const char *utf8, int32_t length, int32_t *offsets, int32_t capacity) {
  return breaks(UBRK_CHARACTER, "", utf8, length, offsets, NULL, capacity);
}

int32_t report_bidi_levels(const char *utf8, int32_t length, int32_t base, uint8_t *levels) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *utf16 = malloc(sizeof(UChar) * (size_t)(length + 1));
  int32_t *unit_of_byte = malloc(sizeof(int32_t) * (size_t)(length + 1));
  if (!utf16 || !unit_of_byte) {
    free(utf16);
    free(unit_of_byte);
    return -U_MEMORY_ALLOCATION_ERROR;
  }
  int32_t units = 0;
  for (int32_t i = 0; i < length;) {
    int32_t start = i;
    UChar32 c;
    U8_NEXT((const uint8_t *)utf8, i, length, c);
    if (c < 0) c = 0xFFFD;
    for (int32_t b = start; b < i; b++) unit_of_byte[b] = units;
    if (c > 0xFFFF) {
      utf16[units++] = U16_LEAD(c);
      utf16[units++] = U16_TRAIL(c);
    } else {
      utf16[units++] = (UChar)c;
    }
  }
  UBiDi *bidi = ubidi_openSized(units, 0, &status);
  UBiDiLevel level = base == 0 ? 0 : base == 1 ? 1 : UBIDI_DEFAULT_LTR;
  if (U_SUCCESS(status)) ubidi_setPara(bidi, utf16, units, level, NULL, &status);
  if (U_SUCCESS(status) && units > 0) {
    const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
    if (U_SUCCESS(status))
      for (int32_t b = 0; b < length; b++) levels[b] = found[unit_of_byte[b]];
  }
  ubidi_close(bidi);
  free(utf16);
  free(unit_of_byte);
  return U_FAILURE(status) ? -status : 0;
}

uint32_t report_script(uint32_t codepoint) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)codepoint, &status);
  if (U_FAILURE(status)) return 0;
  const char *name = uscript_getShortName(script);
  if (!name) return 0;
  return ((uint32_t)(uint8_t)name[0] << 24) | ((uint32_t)(uint8_t)name[1] << 16)
      | ((uint32_t)(uint8_t)name[2] << 8) | (uint32_t)(uint8_t)name[3];
}

int32_t report_general_category(uint32_t codepoint) { return u_charType((UChar32)codepoint); }

int32_t report_is_emoji_presentation(uint32_t codepoint) {
  return u_hasBinaryProperty((UChar32)codepoint, UCHAR_EMOJI_PRESENTATION);
}
