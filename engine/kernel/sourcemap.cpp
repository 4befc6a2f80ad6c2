// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/sourcemap.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <gelf.h>

#include <algorithm>
#include <array>
#include <memory>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array sourceEndings{".c"_L1, ".S"_L1, ".rs"_L1, ".cpp"_L1, ".s"_L1};
constexpr qint64 largestList = 8 << 20;
constexpr qint64 largestMap = 256 << 20;

struct ElfCloser {
    void operator()(Elf *elf) const { elf_end(elf); }
};

/// Compilers split functions and name the parts "name.part.0", "name.cold".
QByteArray withoutSuffix(const char *name)
{
    const QByteArray function(name);
    const qsizetype dot = function.indexOf('.');
    return dot > 0 ? function.first(dot) : function;
}

/// Calls take(name) for each function that an object file defines.
template <class Take>
void forFunctions(const QString &path, Take take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return;
    }
    const std::unique_ptr<Elf, ElfCloser> elf(elf_begin(file.handle(), ELF_C_READ, nullptr));
    if (!elf || elf_kind(elf.get()) != ELF_K_ELF) {
        return;
    }
    for (Elf_Scn *section = elf_nextscn(elf.get(), nullptr); section != nullptr;
         section = elf_nextscn(elf.get(), section)) {
        GElf_Shdr header;
        Elf_Data *data = nullptr;
        if (gelf_getshdr(section, &header) == nullptr || header.sh_type != SHT_SYMTAB || header.sh_entsize == 0 ||
            (data = elf_getdata(section, nullptr)) == nullptr) {
            continue;
        }
        const auto count = static_cast<int>(std::min<GElf_Xword>(header.sh_size / header.sh_entsize, 1 << 20));
        for (int i = 0; i < count; ++i) {
            GElf_Sym symbol;
            if (gelf_getsym(data, i, &symbol) == nullptr || GELF_ST_TYPE(symbol.st_info) != STT_FUNC ||
                symbol.st_shndx == SHN_UNDEF) {
                continue;
            }
            if (const char *name = elf_strptr(elf.get(), header.sh_link, symbol.st_name); name != nullptr && *name) {
                take(withoutSuffix(name));
            }
        }
    }
}

class Reader final
{
public:
    Reader(const QString &objects, const QString &source)
        : m_objects(QDir::cleanPath(QDir(objects).absolutePath())),
          m_source(QDir::cleanPath(QDir(source).absolutePath()))
    {
    }

    SourceMap read()
    {
        elf_version(EV_CURRENT);
        QDirIterator files(m_objects, {u"*.o"_s, u".*.o.cmd"_s, u"*.o.d"_s, u"*.d"_s}, QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(".o"_L1)) {
                readObject(path);
            } else {
                readList(path);
            }
        }
        return std::move(m_map);
    }

private:
    void readObject(const QString &path)
    {
        const QString stem = path.sliced(m_objects.size() + 1).chopped(2);
        for (const QLatin1StringView ending : sourceEndings) {
            const QString relative = stem + ending;
            if (!QFileInfo::exists(m_source + u'/' + relative)) {
                continue;
            }
            const QByteArray file = QFile::encodeName(relative);
            m_map.files.insert(file);
            forFunctions(path, [&](const QByteArray &function) {
                if (!m_map.functions.contains(function, file)) {
                    m_map.functions.insert(function, file);
                }
            });
            return;
        }
    }

    /// A list of prerequisites as make reads it: words, a backslash before a line's end.
    void readList(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        QByteArray text = file.read(largestList);
        if (const qsizetype list = text.indexOf("\ndeps_"); list >= 0) {
            text = text.sliced(list);
        } else if (path.endsWith(".cmd"_L1)) {
            return; // kbuild lists nothing for what is only linked
        }
        m_map.knowsHeaders = true;
        for (const QByteArray &word : text.simplified().split(' ')) {
            if (word.contains('.') && word != "\\" && !word.endsWith(':') && !word.startsWith('$')) {
                insert(QFile::decodeName(word));
            }
        }
    }

    void insert(const QString &named)
    {
        const QString path = QDir::cleanPath(QDir::isAbsolutePath(named) ? named : m_objects + u'/' + named);
        const bool generated = path.startsWith(m_objects + u'/');
        if (!generated && path.startsWith(m_source + u'/')) {
            m_map.files.insert(QFile::encodeName(path.sliced(m_source.size() + 1)));
        }
    }

    QString m_objects;
    QString m_source;
    SourceMap m_map;
};

} // namespace

SourceMap readSourceMap(const QString &objects, const QString &source)
{
    return Reader(objects, source).read();
}

QByteArray toText(const SourceMap &map)
{
    QHash<QByteArray, QByteArrayList> functions;
    for (auto it = map.functions.cbegin(); it != map.functions.cend(); ++it) {
        functions[it.value()].append(it.key());
    }
    QByteArrayList files(map.files.cbegin(), map.files.cend());
    std::ranges::sort(files);
    QByteArray text = map.knowsHeaders ? "# with headers\n" : "# without headers\n";
    for (const QByteArray &file : files) {
        QByteArrayList defined = functions.value(file);
        std::ranges::sort(defined);
        defined.prepend(file);
        text += defined.join('\t') + '\n';
    }
    return text;
}

SourceMap sourceMapFromText(const QByteArray &text)
{
    SourceMap map;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty() || line.startsWith('#')) {
            map.knowsHeaders = map.knowsHeaders || line == "# with headers";
            continue;
        }
        const QByteArrayList words = line.split('\t');
        if (words.first().isEmpty()) {
            continue;
        }
        map.files.insert(words.first());
        for (const QByteArray &function : words.sliced(1)) {
            map.functions.insert(function, words.first());
        }
    }
    return map;
}

Result<SourceMap> loadSourceMap(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failedOutside(path.toStdString() + " cannot be read (" + file.errorString().toStdString() +
                             "): build the revision again.");
    }
    return sourceMapFromText(file.read(largestMap));
}

} // namespace culprit::kernel
