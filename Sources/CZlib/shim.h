#include <zlib.h>
/// `deflateInit2` is a macro, which Swift cannot see. Window bits 15 + 16 ask zlib for a gzip wrapper.
static inline int portolan_gzip_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
