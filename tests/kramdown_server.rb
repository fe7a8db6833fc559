# The real kramdown, a line at a time: reads a JSON string (a text), answers with a JSON string (its HTML).
# The options are those Jekyll passes; the syntax highlighter is off.
require "json"
require "kramdown"
require "kramdown/parser/gfm"

OPTIONS = {
  input: "GFM", hard_wrap: false, auto_ids: true, footnote_nr: 1, entity_output: :as_char, toc_levels: "1..6",
  smart_quotes: "lsquo,rsquo,ldquo,rdquo", syntax_highlighter: nil, show_warnings: false,
}.freeze

$stdout.sync = true
while (line = $stdin.gets)
  html = begin
    Kramdown::Document.new(JSON.parse("[#{line}]").first, OPTIONS).to_html
  rescue StandardError, SystemStackError
    nil
  end
  puts JSON.generate([html])
end
