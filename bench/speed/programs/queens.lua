local function cons(car, cdr) return { car = car, cdr = cdr } end
local function count_up(n)
  local all = nil
  for i = n, 1, -1 do all = cons(i, all) end
  return all
end
local function join(one, other)
  if one == nil then return other end
  return cons(one.car, join(one.cdr, other))
end
local function safe(row, distance, placed)
  if placed == nil then return true end
  return placed.car ~= row + distance and placed.car ~= row - distance and safe(row, distance + 1, placed.cdr)
end
local function try(left, tried, placed)
  if left == nil then return tried == nil and 1 or 0 end
  local here = safe(left.car, 1, placed) and try(join(left.cdr, tried), nil, cons(left.car, placed)) or 0
  return here + try(left.cdr, cons(left.car, tried), placed)
end
function run(times)
  local sum = 0
  for _ = 1, times do sum = sum + try(count_up(8), nil, nil) end
  return sum
end
