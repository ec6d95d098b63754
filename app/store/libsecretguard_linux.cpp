#include "app/store/foreignfunction.h"
#include "app/store/libsecretguard.h"

#include <QByteArrayView>

namespace latchkey
{

namespace
{

// What we need of the stable C interfaces of GLib 2.
using EmissionHook = int (*)(void *hint, unsigned count, const void *values, void *data);

struct Library {
    size_t (*proxyType)();
    void *(*classRef)(size_t type);
    unsigned (*signalLookup)(const char *name, size_t type);
    unsigned long (*addHook)(unsigned signal, unsigned detail, EmissionHook hook, void *data,
                             void *destroy);
    void *(*objectOf)(const void *value);
    const char *(*interfaceOf)(void *proxy);
    void *(*cached)(void *proxy, const char *property);
    void (*setCached)(void *proxy, const char *property, void *value);
    void *(*newPaths)(const char *const *paths, ptrdiff_t count);
    void (*variantUnref)(void *variant);
    bool isWhole = true;
};

const Library &library()
{
    static const Library found = [] {
        Library l{};
        resolve(l, "gio-2.0", "g_dbus_proxy_get_type", l.proxyType);
        resolve(l, "gobject-2.0", "g_type_class_ref", l.classRef);
        resolve(l, "gobject-2.0", "g_signal_lookup", l.signalLookup);
        resolve(l, "gobject-2.0", "g_signal_add_emission_hook", l.addHook);
        resolve(l, "gobject-2.0", "g_value_get_object", l.objectOf);
        resolve(l, "gio-2.0", "g_dbus_proxy_get_interface_name", l.interfaceOf);
        resolve(l, "gio-2.0", "g_dbus_proxy_get_cached_property", l.cached);
        resolve(l, "gio-2.0", "g_dbus_proxy_set_cached_property", l.setCached);
        resolve(l, "glib-2.0", "g_variant_new_objv", l.newPaths);
        resolve(l, "glib-2.0", "g_variant_unref", l.variantUnref);
        return l;
    }();
    return found;
}

// The list that libsecret keeps by this interface's signals.
const char *listKeptFor(QByteArrayView interface)
{
    if (interface == "org.freedesktop.Secret.Service")
        return "Collections";
    return interface == "org.freedesktop.Secret.Collection" ? "Items" : nullptr;
}

// Of every D-Bus proxy of the process, before libsecret hears of the signal.
int beforeSignal(void *, unsigned, const void *values, void *)
{
    void *proxy = library().objectOf(values); // the first of them
    const char *list = listKeptFor(library().interfaceOf(proxy));
    if (!list)
        return 1; // again at the next one
    if (void *known = library().cached(proxy, list))
        library().variantUnref(known);
    else
        library().setCached(proxy, list, library().newPaths(nullptr, 0));
    return 1;
}

} // namespace

void guardLibsecret()
{
    static bool isGuarded = false;
    if (isGuarded || !library().isWhole)
        return;
    isGuarded = true;
    const size_t proxy = library().proxyType();
    library().classRef(proxy); // it has no signals before; kept for good
    library().addHook(library().signalLookup("g-signal", proxy), 0, &beforeSignal, nullptr,
                      nullptr);
}

} // namespace latchkey
