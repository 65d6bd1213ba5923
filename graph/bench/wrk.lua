-- Posts the lines of the file BODIES one after the other, each thread from another place on. With ANEW, no answer is to be
-- one that was kept.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init()
  local headers = { ["Content-Type"] = "application/json" }
  if os.getenv("ANEW") then headers["Cache-Control"] = "no-cache" end
  requests = {}
  for line in io.lines(os.getenv("BODIES")) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, line)
  end
  at = number * 17
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    e.status + e.connect + e.read + e.write + e.timeout))
end
