local function cons(car, cdr) return { car = car, cdr = cdr } end
local function list(...)
  local all = nil
  for i = select('#', ...), 1, -1 do all = cons((select(i, ...)), all) end
  return all
end
local function map(f, all)
  if all == nil then return nil end
  return cons(f(all.car), map(f, all.cdr))
end
local function deriv(a)
  if type(a) ~= 'table' then return a == 'x' and 1 or 0 end
  if a.car == '+' then return cons('+', map(deriv, a.cdr)) end
  if a.car == '-' then return cons('-', map(deriv, a.cdr)) end
  if a.car == '*' then
    local terms = map(function(b) return cons('/', cons(deriv(b), cons(b, nil))) end, a.cdr)
    return cons('*', cons(a, cons(cons('+', terms), nil)))
  end
  return 'unknown'
end
local function size(tree)
  if type(tree) ~= 'table' then return 1 end
  return size(tree.car) + size(tree.cdr)
end
local formula = list('+', list('*', 3, 'x', 'x'), list('*', 'a', 'x', 'x'), list('*', 'b', 'x'), 5)
function run(times)
  local last = nil
  for _ = 1, times do last = deriv(formula) end
  return size(last)
end
