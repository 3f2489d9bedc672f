// The native half of io.lockstep.sim.rtl.RtlNative: loads libraries of RTL modules and passes calls
// on. Ports are not touched here; Java reads and writes them as memory.
#include <dlfcn.h>
#include <jni.h>

#include <string>

#include "rtl_module.h"

namespace {

struct Handle {
  const rtl_api* api;
  void* instance;
};

Handle* of(jlong handle) { return reinterpret_cast<Handle*>(handle); }

void raise(JNIEnv* env, const std::string& message) {
  env->ThrowNew(env->FindClass("io/lockstep/sim/rtl/RtlException"), message.c_str());
}

std::string text(JNIEnv* env, jstring string) {
  const char* chars = env->GetStringUTFChars(string, nullptr);
  std::string copy(chars);
  env->ReleaseStringUTFChars(string, chars);
  return copy;
}

}  // namespace

extern "C" {

// Libraries stay loaded until the process ends: unloading gains nothing and is never quite safe.
JNIEXPORT jlong JNICALL Java_io_lockstep_sim_rtl_RtlNative_open(JNIEnv* env, jclass,
                                                                jstring library) {
  void* loaded = dlopen(text(env, library).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (loaded == nullptr) {
    raise(env, dlerror());
    return 0;
  }
  using Entry = const rtl_api* (*)();
  auto entry = reinterpret_cast<Entry>(dlsym(loaded, "lockstep_rtl_api"));
  if (entry == nullptr) {
    raise(env, text(env, library) + " holds no RTL module");
    return 0;
  }
  const rtl_api* api = entry();
  void* instance = api->open();
  if (instance == nullptr) {
    raise(env, api->error(nullptr));
    return 0;
  }
  return reinterpret_cast<jlong>(new Handle{api, instance});
}

JNIEXPORT void JNICALL Java_io_lockstep_sim_rtl_RtlNative_close(JNIEnv*, jclass, jlong handle) {
  of(handle)->api->close(of(handle)->instance);
  delete of(handle);
}

JNIEXPORT jstring JNICALL Java_io_lockstep_sim_rtl_RtlNative_ports(JNIEnv* env, jclass,
                                                                   jlong handle) {
  return env->NewStringUTF(of(handle)->api->ports(of(handle)->instance));
}

JNIEXPORT jint JNICALL Java_io_lockstep_sim_rtl_RtlNative_eval(JNIEnv*, jclass, jlong handle) {
  return of(handle)->api->eval(of(handle)->instance);
}

JNIEXPORT jlong JNICALL Java_io_lockstep_sim_rtl_RtlNative_clock(JNIEnv*, jclass, jlong handle,
                                                                 jlong clock, jlong cycles) {
  return of(handle)->api->clock(of(handle)->instance, reinterpret_cast<uint8_t*>(clock), cycles);
}

JNIEXPORT jint JNICALL Java_io_lockstep_sim_rtl_RtlNative_waveOpen(JNIEnv* env, jclass,
                                                                   jlong handle, jstring path) {
  return of(handle)->api->wave_open(of(handle)->instance, text(env, path).c_str());
}

JNIEXPORT void JNICALL Java_io_lockstep_sim_rtl_RtlNative_waveClose(JNIEnv*, jclass,
                                                                    jlong handle) {
  of(handle)->api->wave_close(of(handle)->instance);
}

JNIEXPORT jstring JNICALL Java_io_lockstep_sim_rtl_RtlNative_error(JNIEnv* env, jclass,
                                                                   jlong handle) {
  return env->NewStringUTF(of(handle)->api->error(of(handle)->instance));
}

}  // extern "C"
