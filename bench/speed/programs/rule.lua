function rule(price, qty, discount) return price > 50 and qty >= 3 and discount < 0.2 end
