-- The sum is a float, as some integers of Lua have 32 bits.
local function make_counter(start)
  local n = start
  return function()
    n = n + 1
    return n
  end
end
function run(times)
  local sum = 0.0
  for left = times, 1, -1 do sum = sum + make_counter(left)() end
  return sum
end
