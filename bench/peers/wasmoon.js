import { LuaFactory } from 'wasmoon';
import { inputs } from '../speed/inputs.js';
import { source } from '../speed/source.js';
import { lua as texts } from '../speed/texts.js';

// Lua 5.4 in WebAssembly.

const factory = new LuaFactory();

const loaded = async (program) => {
  const engine = await factory.createEngine();
  engine.doStringSync(source(program, 'lua'));
  return { engine, stop: () => engine.global.close() };
};

export const wasmoon = {
  name: 'Lua (wasmoon)',

  program: async (program) => {
    const { engine, stop } = await loaded(program);
    return { run: engine.global.get('run'), stop };
  },

  // Calls on the stack of Lua: a function that is got as one of JavaScript takes three times as long.
  rule: async () => {
    const { engine, stop } = await loaded('rule');
    const { lua, address } = engine.global;
    lua.lua_getglobal(address, 'rule');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        lua.lua_pushvalue(address, -1);
        lua.lua_pushnumber(address, price);
        lua.lua_pushnumber(address, qty);
        lua.lua_pushnumber(address, discount);
        lua.lua_pcallk(address, 3, 1, 0, 0, null);
        if (lua.lua_toboolean(address, -1)) holds += 1;
        lua.lua_settop(address, -2);
      }
      return holds;
    };
    return { run, stop };
  },

  text: async () => {
    const engine = await factory.createEngine();
    const { run } = texts((text) => {
      const value = engine.doStringSync(text);
      engine.global.setTop(0);
      return value;
    });
    return { run, stop: () => engine.global.close() };
  },
};
