// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calls/call_explanation_model.h"
#include "models/calls/call_facet_model.h"
#include "models/calls/call_histogram_model.h"
#include "models/calls/call_list_model.h"
#include "models/calls/call_names.h"
#include "models/calls/change_marks_model.h"
#include "models/calls/gateway_evidence_model.h"

namespace pc::models {

class Connection;

/// Everything that one place which shows calls needs, in the order in which it is made and goes.
struct CallModels
{
    explicit CallModels(Connection &connection);

    CallNames names;
    CallListModel list;
    CallHistogramModel counts; ///< of what the list shows
    CallHistogramModel around; ///< of the part of time that the strip shows
    CallFacetModel facet;
    CallExplanationModel explanation;
    GatewayEvidenceModel evidence;
    ChangeMarksModel marks;
};

} // namespace pc::models
