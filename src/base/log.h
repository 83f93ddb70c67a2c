// Where the library's messages go. The library never prints: the program sets a sink, or there is silence.
#pragma once

#include <functional>
#include <string_view>

namespace hearsay {

enum class LogLevel { kInfo, kWarning };
using LogSink = std::function<void(LogLevel, std::string_view)>;

// Not thread-safe: set it before the first run starts. The sink itself may be called from any thread.
void set_log_sink(LogSink sink);
void log(LogLevel level, std::string_view message);

}  // namespace hearsay
