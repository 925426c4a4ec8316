export const rule = (price, qty, discount) => price > 50 && qty >= 3 && discount < 0.2;
