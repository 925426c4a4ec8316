-- The sum is a float, as some integers of Lua have 32 bits.
local function numbers(n)
  return coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i) end
    return nil
  end)
end
function run(n)
  local sum = 0.0
  for value in numbers(n) do sum = sum + value end
  return sum
end
