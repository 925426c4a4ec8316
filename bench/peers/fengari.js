import fengariModule from 'fengari';
import { inputs } from '../speed/inputs.js';
import { source } from '../speed/source.js';
import { lua as texts } from '../speed/texts.js';

// Lua 5.3 written in JavaScript.

const { lauxlib, lua, lualib, to_luastring: luaText } = fengariModule;

const started = () => {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  return state;
};

const load = (state, text) => {
  if (lauxlib.luaL_dostring(state, luaText(text))) throw new Error(lua.lua_tojsstring(state, -1));
};

/** A state with a procedure of a program on its stack. */
const loaded = (program, name) => {
  const state = started();
  load(state, source(program, 'lua'));
  lua.lua_getglobal(state, luaText(name));
  return state;
};

export const fengari = {
  name: 'Lua (fengari)',

  program: (program) => {
    const state = loaded(program, 'run');
    const run = (size) => {
      lua.lua_pushvalue(state, -1);
      lua.lua_pushinteger(state, size);
      lua.lua_call(state, 1, 1);
      const result = lua.lua_tonumber(state, -1);
      lua.lua_pop(state, 1);
      return result;
    };
    return { run };
  },

  rule: () => {
    const state = loaded('rule', 'rule');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        lua.lua_pushvalue(state, -1);
        lua.lua_pushnumber(state, price);
        lua.lua_pushnumber(state, qty);
        lua.lua_pushnumber(state, discount);
        lua.lua_call(state, 3, 1);
        if (lua.lua_toboolean(state, -1)) holds += 1;
        lua.lua_pop(state, 1);
      }
      return holds;
    };
    return { run };
  },

  text: () => {
    const state = started();
    return texts((text) => {
      load(state, text);
      const value = lua.lua_tonumber(state, -1);
      lua.lua_pop(state, 1);
      return value;
    });
  },
};
