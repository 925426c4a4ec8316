local function make_counter()
  local n = 0
  return function()
    n = n + 1
    return n
  end
end
function run(times)
  local next = make_counter()
  local last = 0
  for _ = 1, times do last = next() end
  return last
end
