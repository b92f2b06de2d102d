#include "app/workstation/complaint.h"

#include "ui/errors/error_text.h"

#include <QTextStream>

namespace meterhall::app {

int complain(const Error& error) {
    const ui::ErrorText text = ui::presented(error);
    QTextStream(stderr) << "meterhall: " << text.happened << ' ' << text.todo << " (" << text.code << ")\n";
    return 2;
}

} // namespace meterhall::app
