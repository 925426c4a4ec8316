-- The sum is a float, as some integers of Lua have 32 bits.
local function loop(i, n, sum)
  if i > n then return sum end
  return loop(i + 1, n, sum + i)
end
function run(n) return loop(1, n, 0.0) end
